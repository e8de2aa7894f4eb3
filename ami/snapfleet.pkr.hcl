# Bakes the image of an instance, for arm64 and for amd64 machines at once:
#
#   ./snapfleet image && packer init ami && packer build ami
#
# One of them: packer build -only='snapfleet.amazon-ebs.arm64' ami

variable "region" {
  type        = string
  default     = "eu-central-1"
  description = "Where the image is made; the stack runs in the same region."
}

variable "bundle" {
  type        = string
  default     = "target/snapfleet-image.tar"
  description = "What ./snapfleet image has packed."
}

variable "efs" {
  type        = string
  default     = "no"
  description = "yes: with the mount helper of EFS, which level 1 of the stack needs."
}

locals {
  made = formatdate("YYYYMMDD-hhmmss", timestamp())
}

source "amazon-ebs" "debian" {
  region                    = var.region
  communicator              = "ssh"
  ssh_username              = "admin"
  ssh_clear_authorized_keys = true
  encrypt_boot              = true
  ami_description           = "Snapfleet on Debian 13"

  # IMDSv2 alone, for the machine that bakes and for those made from its image.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
  imds_support = "v2.0"
  # SSH to the machine that bakes, from here alone.
  temporary_security_group_source_public_ip = true

  launch_block_device_mappings {
    device_name           = "/dev/xvda"
    volume_type           = "gp3"
    volume_size           = 8
    iops                  = 3000
    throughput            = 125
    encrypted             = true
    delete_on_termination = true
  }

  run_tags      = { Name = "snapfleet-bake" }
  snapshot_tags = { Name = "snapfleet" }
  tags = {
    Name      = "snapfleet"
    Made      = local.made
    SourceAmi = "{{ .SourceAMIName }}"
  }
}

build {
  name = "snapfleet"

  # 136693071363 is Debian's own account.
  source "source.amazon-ebs.debian" {
    name          = "arm64"
    ami_name      = "snapfleet-arm64-${local.made}"
    instance_type = "t4g.medium"
    source_ami_filter {
      filters = {
        name                = "debian-13-arm64-*"
        root-device-type    = "ebs"
        virtualization-type = "hvm"
      }
      owners      = ["136693071363"]
      most_recent = true
    }
  }

  source "source.amazon-ebs.debian" {
    name          = "amd64"
    ami_name      = "snapfleet-amd64-${local.made}"
    instance_type = "t3.medium"
    source_ami_filter {
      filters = {
        name                = "debian-13-amd64-*"
        root-device-type    = "ebs"
        virtualization-type = "hvm"
      }
      owners      = ["136693071363"]
      most_recent = true
    }
  }

  provisioner "file" {
    source      = var.bundle
    destination = "/tmp/snapfleet-image.tar"
  }

  # First the machine's own start: it may hold apt's lock.
  provisioner "shell" {
    inline = ["cloud-init status --wait || true"]
  }

  provisioner "shell" {
    script          = "${path.root}/provision.sh"
    execute_command = "sudo bash {{ .Path }} /tmp/snapfleet-image.tar${var.efs == "yes" ? " --efs" : ""}"
  }

  # Which images there are now: the stack's parameter ImageId takes one.
  post-processor "manifest" {
    output     = "target/images.json"
    strip_path = true
  }
}

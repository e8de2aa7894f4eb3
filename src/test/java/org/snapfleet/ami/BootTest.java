package org.snapfleet.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapfleet.site.Ports;

/** An instance's first boot, between AWS's services as they answer on this machine. */
class BootTest {
  private static final String SECRET =
      "arn:aws:secretsmanager:eu-central-1:123456789012:secret:site/admin-AbCdEf";
  private static final List<String> PROPERTIES =
      List.of(
          "aws.ec2MetadataServiceEndpoint",
          "aws.endpointUrlSsm",
          "aws.endpointUrlSecretsManager",
          "aws.endpointUrl.ec2");

  @TempDir private Path folder;
  private final FakeInstance instance = new FakeInstance();
  private Duration patience = Duration.ZERO;

  @BeforeEach
  void lead() {
    PROPERTIES.forEach(name -> System.setProperty(name, instance.uri().toString()));
    instance.put("/snapfleet/mail", "smtp://mail");
    instance.put(SECRET, "{\"password\":\"a \\\"good\\\" $one\",\"port\":3306,\"list\":[]}");
    instance.put("key", "-----BEGIN\nEND-----\n");
  }

  @AfterEach
  void close() {
    PROPERTIES.forEach(System::clearProperty);
    instance.close();
  }

  private void boot(URI metadata) {
    new Boot(
            new InstanceMetadata(metadata, Duration.ZERO),
            Path.of("server-config/levels"),
            new ServiceFolder(folder),
            region -> new AwsValues(region, Duration.ZERO),
            region -> new DataVolume(AwsQuery.ec2(region), folder, patience))
        .run();
  }

  /** What the service gets, as a shell reads it, which reads it as systemd does. */
  private List<String> environment() throws Exception {
    Process shell =
        new ProcessBuilder("env", "-i", "sh", "-c", "set -a; . ./environment; exec env")
            .directory(folder.toFile())
            .start();
    return new String(
            shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.matches("(PWD|SHLVL|_|OLDPWD)=.*"))
        .toList();
  }

  @Test
  void theEnvironmentHasWhatTheValuesReferTo() throws Exception {
    instance.userData(
        "#snapfleet 1",
        "snapfleet.level=2",
        "snapfleet.smtp.url={{ssm:/snapfleet/mail}}",
        "snapfleet.admin.password={{secret:%s:password}}".formatted(SECRET),
        "snapfleet.db.secret=" + SECRET,
        "snapfleet.db.url=jdbc:mariadb://db:{{secret:%s:port}}/snapfleet?a=`b`\\".formatted(SECRET),
        "snapfleet.cloudfront.private-key-file={{file:secret:key}}");

    boot(instance.uri());

    assertThat(environment())
        .containsExactlyInAnyOrder(
            "SNAPFLEET_LEVEL_FILE=server-config/levels/level-2.properties",
            "SNAPFLEET_SMTP_URL=smtp://mail",
            "SNAPFLEET_ADMIN_PASSWORD=a \"good\" $one",
            "SNAPFLEET_DB_SECRET=" + SECRET,
            "SNAPFLEET_DB_URL=jdbc:mariadb://db:3306/snapfleet?a=`b`\\",
            "SNAPFLEET_CLOUDFRONT_PRIVATE_KEY_FILE=" + folder.resolve("secret-1"));
    assertThat(folder.resolve("secret-1")).hasContent("-----BEGIN\nEND-----\n");
    assertThat(permissions("secret-1")).isEqualTo("r--------");
    assertThat(permissions("environment")).isEqualTo("rw-------");
    boot(instance.uri()); // at the next boot, over what is there
    assertThat(environment()).hasSize(6);
  }

  private String permissions(String file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{ssm:/none}} | SNAPFLEET_URL={{ssm:/none}}: there is no such SSM parameter in eu-central-1",
        "{{secret:none}} | there is no such secret in eu-central-1",
        "{{ssm:/denied}} | it needs ssm:GetParameter (and kms:Decrypt",
        "{{secret:/denied}} | it needs secretsmanager:GetSecretValue",
        "{{secret:key:user}} | the secret is no JSON object",
        "{{secret:ARN:user}} | the secret has no field user",
        "{{secret:ARN:list}} | the secret has no field list",
        "{{secret:key}} | has a line break",
        "{{vault:x}} | this is no reference; accepted: {{ssm:NAME}}",
        "{{ssm:}} | this is no reference"
      })
  void aReferenceThatLeadsNowhereIsToldInOneLine(String value, String words) {
    instance.userData("#snapfleet 1", "snapfleet.url=" + value.replace("ARN", SECRET));

    assertThatThrownBy(() -> boot(instance.uri()))
        .isInstanceOf(BootFailedException.class)
        .hasMessageStartingWith("SNAPFLEET_URL={{")
        .hasMessageContaining(words)
        .message()
        .doesNotContain("BEGIN", "good")
        .hasLineCount(1);
    assertThat(folder.resolve("environment")).doesNotExist();
  }

  @Test
  void theVolumeIsAttachedOnceItIsFree() {
    patience = Duration.ofMinutes(1);
    instance.userData("#snapfleet 1", "DATA_VOLUME=vol-0123");
    instance.refuse("VolumeInUse");

    boot(instance.uri());

    assertThat(instance.queries())
        .hasSize(2)
        .allMatch(
            query ->
                query.equals(
                    "Action=AttachVolume&Device=/dev/sdf&InstanceId=%s&Version=2016-11-15&VolumeId=vol-0123"
                        .formatted(FakeInstance.ID)));
  }

  @Test
  void aVolumeThatIsThereIsNotAskedFor() throws Exception {
    Files.createFile(folder.resolve("nvme-Amazon_Elastic_Block_Store_vol0123"));
    instance.userData("#snapfleet 1", "DATA_VOLUME=vol-0123");

    boot(instance.uri());

    assertThat(instance.queries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"InvalidVolume.NotFound", "UnauthorizedOperation", "VolumeInUse"})
  void aVolumeThatCannotBeHadIsToldInOneLine(String code) {
    instance.userData("#snapfleet 1", "DATA_VOLUME=vol-0123");
    instance.refuse(code);

    assertThatThrownBy(() -> boot(instance.uri()))
        .isInstanceOf(BootFailedException.class)
        .hasMessageStartingWith("DATA_VOLUME=vol-0123 cannot be attached: " + code)
        .hasMessageContaining("ec2:AttachVolume");
    assertThat(folder.resolve("environment")).doesNotExist();
  }

  @Test
  void withoutTheWayToAServiceItsNameAndPortAreTold() {
    System.setProperty("aws.endpointUrlSsm", "http://127.0.0.1:" + Ports.free());
    instance.userData("#snapfleet 1", "A={{ssm:/snapfleet/mail}}");

    assertThatThrownBy(() -> boot(instance.uri()))
        .hasMessageContaining("the SSM parameter could not be asked for in eu-central-1")
        .hasMessageContaining("NAT or interface endpoint")
        .hasMessageContaining("refused");
  }

  @Test
  void whatTheInstanceLacksIsTold() {
    assertThatThrownBy(() -> boot(instance.uri()))
        .hasMessageStartingWith("this instance has no user data");
    instance.userData("#snapfleet 1", "snapfleet.level=../../etc/passwd");
    assertThatThrownBy(() -> boot(instance.uri()))
        .hasMessageStartingWith("snapfleet.level=../../etc/passwd is not accepted");
    assertThatThrownBy(() -> boot(URI.create("http://127.0.0.1:" + Ports.free())))
        .hasMessageContaining("did not answer")
        .hasMessageContaining("HttpEndpoint: enabled");
  }
}
